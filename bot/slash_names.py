"""The contexts in which names that Discord shows are translated: one English word can name a
command and an option, and need two words elsewhere."""

COMMAND_NAME, OPTION_NAME = "command name", "option name"
