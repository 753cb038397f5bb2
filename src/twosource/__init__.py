"""twosource: what happened, from many news reports; every line stands on the exact sentence that it came from.

>>> story = Story.build([Path("pages")], into=Path("story.db"))  # doctest: +SKIP
>>> for item in story.timeline():                                # doctest: +SKIP
...     print(item.date_text, item.headline, item.outlets, item.origins)
"""

from twosource.errors import (
    InputError,
    JudgementError,
    NoStory,
    NotAStory,
    NothingToRead,
    SettingsError,
    StoreError,
    TwosourceError,
    UnreadablePage,
)
from twosource.records import (
    AttributionView,
    Entity,
    Finding,
    Hit,
    Judgement,
    NameView,
    Problem,
    Report,
    SourceView,
    TimelineItem,
)
from twosource.settings import Settings
from twosource.story import Story

__version__ = "0.1.0"

__all__ = [
    "AttributionView",
    "Entity",
    "Finding",
    "Hit",
    "InputError",
    "Judgement",
    "JudgementError",
    "NameView",
    "NoStory",
    "NotAStory",
    "NothingToRead",
    "Problem",
    "Report",
    "Settings",
    "SettingsError",
    "SourceView",
    "StoreError",
    "Story",
    "TimelineItem",
    "TwosourceError",
    "UnreadablePage",
    "__version__",
]
