"""The error tree. Every error that twosource raises on purpose is one of these; each says what happened, the likely
cause and what to do.

    TwosourceError
    ├── InputError            a path or page that the user named cannot be used
    │   ├── NothingToRead     no page in what was given
    │   └── UnreadablePage    one page is no text that can be read (recorded as a Problem; a build goes on)
    ├── StoreError            the story file
    │   ├── NoStory           there is no story at this path
    │   └── NotAStory         the file is something else, or of a version that this program does not read
    ├── SettingsError         a setting has a value that it cannot have
    └── JudgementError        what a person decided cannot be applied: no such name, no such date
"""


class TwosourceError(Exception):
    """The root: catch this to catch all of them."""


class InputError(TwosourceError):
    """A path or page that the user named cannot be used."""


class NothingToRead(InputError):  # noqa: N818 - named for what happened, as the tree in the docstring reads
    """No page was found in what was given."""


class UnreadablePage(InputError):  # noqa: N818
    """One page is no text that can be read. `kind` is a word for the table of problems."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class StoreError(TwosourceError):
    """The story file cannot be used."""


class NoStory(StoreError):  # noqa: N818
    """There is no story at this path."""


class NotAStory(StoreError):  # noqa: N818
    """The file is something else, or of a version that this program does not read."""


class SettingsError(TwosourceError):
    """A setting has a value that it cannot have."""


class JudgementError(TwosourceError):
    """What a person decided cannot be applied."""
