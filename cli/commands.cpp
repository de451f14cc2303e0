// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

namespace egiz::cli {

const std::vector<Command>& commands() {
  // clang-format off: a command a line
  static const std::vector<Command> table = {
      align_command(),
      add_command(),
      pair_command(),
      import_command(),
      export_command(),
      convert_command(),
      lint_command(),
      query_command(),
      concordance_command(),
      stats_command(),
      check_command(),
      review_command(),
      analyse_command(),
      pretranslate_command(),
      edit_command(),
      remove_command(),
      dedupe_command(),
      merge_command(),
      backup_command(),
      recover_command(),
      extract_command(),
      log_command(),
      undo_command(),
      text_command(),
      repair_command(),
      segment_command(),
      identify_command(),
      eval_command(),
  };
  // clang-format on
  return table;
}

}  // namespace egiz::cli
