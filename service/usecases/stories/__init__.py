"""
Verbs that tell what happened, in plain words and four languages.

Everything is read out of the log, never out of the tables: a story says what was
recorded then, whatever became of it.  `words/*.json` holds the sentences; whoever adds
a kind of entry that concerns people adds its sentence there.
"""

from service.usecases.stories.moments import Moment, moments_of
from service.usecases.stories.naming import RecordKind, RecordName
from service.usecases.stories.of_publication import leaves_of_publication
from service.usecases.stories.show_story import ShowStory, StoryLine, Viewpoint, told
from service.usecases.stories.wording import LANGUAGES, words_of

__all__ = [
    "LANGUAGES",
    "Moment",
    "RecordKind",
    "RecordName",
    "ShowStory",
    "StoryLine",
    "Viewpoint",
    "leaves_of_publication",
    "moments_of",
    "told",
    "words_of",
]
