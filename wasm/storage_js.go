package main

import (
	"fmt"
	"syscall/js"

	"hardcases/game/keep"
)

// storage is one of the browser's storages, by its name in the page.
type storage string

const (
	local   storage = "localStorage"
	session storage = "sessionStorage" // forgotten when the page is closed
)

// place is what the page's keys begin with where others share its storage, "" for
// a site, which has one of its own.
func place() string { return dataset("saves") }

// dataset is a word that the build wrote into the page, "" for none.
func dataset(name string) string {
	if v := root().Get("dataset").Get(name); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

// Get gives the value of a key, "" for none.
func (s storage) Get(key string) (value string, err error) {
	err = s.with(func(it js.Value) {
		if v := it.Call("getItem", key); v.Type() == js.TypeString {
			value = v.String()
		}
	})
	return value, err
}

// Set keeps a value.
func (s storage) Set(key, value string) error {
	return s.with(func(it js.Value) { it.Call("setItem", key, value) })
}

// Remove forgets a key.
func (s storage) Remove(key string) error {
	return s.with(func(it js.Value) { it.Call("removeItem", key) })
}

// Keys lists the keys of all pages of this site.
func (s storage) Keys() (keys []string, err error) {
	err = s.with(func(it js.Value) {
		for i := range it.Get("length").Int() {
			keys = append(keys, it.Call("key", i).String())
		}
	})
	return keys, err
}

// with runs do on the storage. A browser that forbids storage throws already
// where it is asked for, which Value.Get would not survive; Reflect.get is a
// call, whose exceptions come back as panics.
func (s storage) with(do func(it js.Value)) (err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			sense := keep.ErrForbidden
			if thrown.Value.Get("name").String() == "QuotaExceededError" {
				sense = keep.ErrFull
			}
			err = fmt.Errorf("%w: %w", sense, thrown)
		default:
			panic(thrown)
		}
	}()
	it := js.Global().Get("Reflect").Call("get", js.Global(), string(s))
	if !it.Truthy() {
		return keep.ErrForbidden
	}
	do(it)
	return nil
}
