package contact

// subjectByTree is the subject of the verb at token i, or of the verb that it shares one
// with, by the sentence's tree: for where the words beside the verb name nobody. nil
// without a model, and where the subject is no mention.
func (f *finder) subjectByTree(i int) []int {
	for range 4 {
		w, ok := f.Word(i)
		if !ok {
			return nil
		}
		if n := f.dependent(i, "nsubj"); n >= 0 {
			if m := f.owner[n]; m >= 0 && f.eligible(m) && !f.possessive(m) {
				return f.listLeft(f.lastOfList(m), f.Sentences[f.SentenceOf(i)].First)
			}
			return nil
		}
		switch w.Rel {
		case "conj", "xcomp", "advcl", "parataxis":
			i = w.Head
		default:
			return nil
		}
	}
	return nil
}

// dependent is the first token that hangs on token i in the relation; -1 if none does.
func (f *finder) dependent(i int, relation string) int {
	s := f.Sentences[f.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		if w, ok := f.Word(j); ok && w.Head == i && w.Rel == relation {
			return j
		}
	}
	return -1
}

// lastOfList is the last mention of a list that begins with mention m.
func (f *finder) lastOfList(m int) int {
	first, _ := f.tokensOf(m)
	list, _, _ := f.listRight(first, f.Sentences[f.SentenceOf(first)].Last)
	if len(list) == 0 {
		return m
	}
	return list[len(list)-1]
}
