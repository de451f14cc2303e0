# The manual pages and completions that the program EGIZ writes about itself, into FOLDER/man1 and FOLDER/completion.
function(generate file)
  execute_process(COMMAND ${EGIZ} generate ${ARGN} OUTPUT_FILE ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${FOLDER}/man1 ${FOLDER}/completion)
file(MAKE_DIRECTORY ${FOLDER}/man1 ${FOLDER}/completion)
generate(${FOLDER}/man1/egiz.1 manual)
file(READ ${FOLDER}/man1/egiz.1 overview)
string(REGEX MATCHALL "\\.BR egiz\\\\-[a-z-]+ \\(1\\)" entries "${overview}")  # each command has a line that names its page
foreach(entry IN LISTS entries)
  string(REGEX REPLACE "\\.BR egiz\\\\-([a-z-]+) \\(1\\)" "\\1" command "${entry}")
  generate(${FOLDER}/man1/egiz-${command}.1 manual ${command})
endforeach()
foreach(shell bash zsh fish)
  generate(${FOLDER}/completion/${shell} completion ${shell})
endforeach()
