"""The file `.env`: settings for those who do not want to export them.

It is read with python-dotenv's parser, as pydantic-settings does, but not by pydantic-settings:
that passes over lines it cannot read, and puts variables of the process in the place of ${NAME},
which may be a piece of a password.
"""

from collections.abc import Mapping
from pathlib import Path

from bot.setting import SettingError
from data.messages import mark

CANNOT_READ = mark("The file {file} cannot be read ({problem}). Repair it, or take it away.")
NO_TEXT = mark("it is not text in UTF-8")
BAD_LINE = mark("Line {line} of {file} cannot be read. Write NAME=value there, or begin it with #.")


def read_env_file(file: Path) -> Mapping[str, str]:
    """What the file sets, the last of two lines with one name; nothing where there is no file."""
    try:
        stream = file.open(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unreadable(file, error.strerror) from error
    from dotenv.parser import parse_stream

    with stream:
        try:
            bindings = list(parse_stream(stream))
        except OSError as error:
            raise _unreadable(file, error.strerror) from error
        except UnicodeDecodeError:
            # Its words hold a piece of the file.
            raise _unreadable(file, NO_TEXT) from None
    found: dict[str, str] = {}
    for each in bindings:
        if each.error or (each.key is not None and each.value is None):
            raise SettingError(BAD_LINE.format(line=_line(each.original), file=file))
        if each.key is not None and each.value is not None:
            found[each.key] = each.value
    return found


def _line(original: object) -> int:
    """A statement begins with the empty lines before it."""
    text, line = getattr(original, "string", ""), getattr(original, "line", 0)
    return line + text[: len(text) - len(text.lstrip())].count("\n")


def _unreadable(file: Path, problem: str | None) -> SettingError:
    return SettingError(CANNOT_READ.format(file=file, problem=problem or NO_TEXT))
