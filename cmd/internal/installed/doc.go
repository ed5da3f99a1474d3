// Package installed tests what a release installs, as it was made and with the tools
// of the systems that it is for: packages are installed and removed, programs started
// and played. Its tests carry the build tag "installed", look at the release in the
// folder -release, and need what each of them names (Debian: dpkg, fakeroot, xvfb,
// xdotool; qemu-user-static, libc6-arm64-cross; wine of Debian 13; nginx, libnginx-mod-http-brotli-static,
// caddy):
//
//	go run ./cmd/hardcases release -o out
//	go test -tags=installed ./cmd/internal/installed -release "$PWD/out"
package installed
