package phrase

// languages are the names of the languages that a text is most often in.
var languages = map[string]string{"ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
	"fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
	"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese", "und": "a language that was not recognised"}

// Language is the name of a language: "German"; its code where it has none here.
func Language(code string) string {
	if name := languages[code]; name != "" {
		return name
	}
	return "the language “" + code + "”"
}

// Unread says that a document was kept and not read for its language.
func Unread(code string) string {
	return "Kept, but not read: it is in " + Language(code) + ", for which the lexicon has no folder"
}
