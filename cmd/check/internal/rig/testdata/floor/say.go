//go:build !js

package main

// playing says that the first frame is drawn; nobody asks for it here.
func playing() {}
