"""Words for people: sentences that can be said in five languages, and texts that people wrote in several.

Every sentence that a person may read is a `Sentence`: an English template with named values. It is
translated when it is shown, never when it is made, so that the rules stay free of any language.
"""

from guildmark.words.sentence import Listing, Sentence, Word, say, say_count, show
from guildmark.words.text import Text, in_language, languages_of

LANGUAGES: tuple[str, ...] = ("en", "de", "nl", "it", "cs")
"""Languages that ship complete, as BCP 47 tags; English is the language of the templates."""

__all__ = [
    "LANGUAGES",
    "Listing",
    "Sentence",
    "Text",
    "Word",
    "in_language",
    "languages_of",
    "say",
    "say_count",
    "show",
]
