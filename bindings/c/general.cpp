// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_general.h"

#include <memory>

#include "bindings/c/detail/call.h"

using namespace egiz::c;

struct egiz_thread_limit {
  egiz::ThreadLimit limit;
};

const char* egiz_version(void) {
  return egiz::version().data();  // a literal, so NUL-terminated
}

const char* egiz_status_name(egiz_status status) {
  switch (status) {
    case EGIZ_OK:
      return "ok";
    case EGIZ_INVALID_ARGUMENT:
      return "invalid_argument";
    case EGIZ_PARSE:
      return "parse";
    case EGIZ_UNSUPPORTED:
      return "unsupported";
    case EGIZ_NOT_FOUND:
      return "not_found";
    case EGIZ_EXISTS:
      return "exists";
    case EGIZ_BUSY:
      return "busy";
    case EGIZ_IO:
      return "io";
    case EGIZ_CANCELLED:
      return "cancelled";
    case EGIZ_OUT_OF_MEMORY:
      return "out_of_memory";
    case EGIZ_INTERNAL:
      return "internal";
  }
  return "unknown";
}

egiz_status egiz_thread_limit_create(egiz_thread_limit** out, size_t threads) {
  return create(out,
                [&] { return std::unique_ptr<egiz_thread_limit>(new egiz_thread_limit{egiz::ThreadLimit(threads)}); });
}

void egiz_thread_limit_free(egiz_thread_limit* limit) { delete limit; }
