package main

import (
	"fmt"
	"syscall/js"

	"hardcases/game/keep"
)

// area is one of the browser's storages, by its name in the page.
type area string

const (
	local   area = "localStorage"
	session area = "sessionStorage" // forgotten when the page is closed
)

// Get gives the value of a key, "" for none.
func (a area) Get(key string) (value string, err error) {
	err = a.with(func(storage js.Value) {
		if v := storage.Call("getItem", key); v.Type() == js.TypeString {
			value = v.String()
		}
	})
	return value, err
}

// Set keeps a value.
func (a area) Set(key, value string) error {
	return a.with(func(storage js.Value) { storage.Call("setItem", key, value) })
}

// Remove forgets a key.
func (a area) Remove(key string) error {
	return a.with(func(storage js.Value) { storage.Call("removeItem", key) })
}

// Keys lists the keys of all pages of this site.
func (a area) Keys() (keys []string, err error) {
	err = a.with(func(storage js.Value) {
		for i := range storage.Get("length").Int() {
			keys = append(keys, storage.Call("key", i).String())
		}
	})
	return keys, err
}

// with runs do on the storage. A browser that forbids storage throws already
// where it is asked for, which Value.Get would not survive; Reflect.get is a
// call, whose exceptions come back as panics.
func (a area) with(do func(storage js.Value)) (err error) {
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
	storage := js.Global().Get("Reflect").Call("get", js.Global(), string(a))
	if !storage.Truthy() {
		return keep.ErrForbidden
	}
	do(storage)
	return nil
}
