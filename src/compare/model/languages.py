"""Which languages the program knows the words of, and what languages are called."""

from __future__ import annotations

KNOWN = frozenset({"en", "es", "fr", "de", "it", "pt", "nl"})
"""Languages with stems, small words and number words of their own. Texts in others are read, not compared by words."""

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "nb": "Norwegian", "nl": "Dutch",
    "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """Return what a language is called in English, or its code in quotation marks where that is not known.

    >>> language_name("nl"), language_name("tlh")
    ('Dutch', '“tlh”')
    """
    return _NAMES.get(code, f"“{code}”")


def share_words(one: str, other: str) -> bool:
    """Tell whether the words of texts in two languages can be held against each other: one language, and a known one.

    >>> share_words("de", "de"), share_words("de", "nl"), share_words("fi", "fi")
    (True, False, False)
    """
    return one == other and one in KNOWN
