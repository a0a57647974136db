"""
Verbs that tell what happened, in plain words and four languages.

Everything is read out of the log, never out of the tables: a story says what was
recorded then, whatever became of it.  `words/*.json` holds the sentences; whoever adds
a kind of entry that concerns people adds its sentence there.
"""

from service.usecases.stories.moments import Moment, moments_of
from service.usecases.stories.show_story import ShowStory, StoryLine, leaves_of_publication, told
from service.usecases.stories.wording import LANGUAGES, words_of

__all__ = [
    "LANGUAGES",
    "Moment",
    "ShowStory",
    "StoryLine",
    "leaves_of_publication",
    "moments_of",
    "told",
    "words_of",
]
