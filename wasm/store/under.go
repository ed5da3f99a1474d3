package store

import "strings"

// Under is a part of a storage that several pages share which know nothing of each
// other, as files in one folder do in some browsers: all its keys begin with place.
// "" is the whole storage.
func Under(place string, w Words) Words { return under{place, w} }

type under struct {
	place string
	Words
}

// Get implements Words, as do the others.
func (u under) Get(key string) (string, error) { return u.Words.Get(u.place + key) }

func (u under) Set(key, value string) error { return u.Words.Set(u.place+key, value) }

func (u under) Remove(key string) error { return u.Words.Remove(u.place + key) }

func (u under) Keys() ([]string, error) {
	all, err := u.Words.Keys()
	var keys []string
	for _, key := range all {
		if own, ok := strings.CutPrefix(key, u.place); ok {
			keys = append(keys, own)
		}
	}
	return keys, err
}
