package tool

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// Install brings what is missing of the tools by apt-get, and says what it
// does, line by line. Its error names all that is missing still and how a
// person can bring it.
func (m Machine) Install(ctx context.Context, tools []Tool, say func(line string)) error {
	lacking := m.Lacking(ctx, tools)
	if len(lacking) == 0 {
		return nil
	}
	packages := packagesOf(lacking)
	if err := m.apt(ctx, packages, say); err != nil {
		return fmt.Errorf("%w\n%w\nOn Debian, run as root:\n  apt-get update && %s",
			LackError(lacking), err, strings.Join(aptInstall(packages), " "))
	}
	if lacking = m.Lacking(ctx, tools); len(lacking) > 0 {
		return fmt.Errorf("missing even after installing %s:\n%w",
			strings.Join(packages, " "), LackError(lacking))
	}
	return nil
}

// packagesOf lists the packages of all that is lacking, each once.
func packagesOf(lacking []Lack) []string {
	var names []string
	for _, l := range lacking {
		names = append(names, l.Tool.Packages...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func aptInstall(packages []string) []string {
	return append([]string{"apt-get", "install", "-y", "--no-install-recommends"}, packages...)
}

var (
	errNoApt  = errors.New("there is no apt-get here, so nothing was installed")
	errNotYou = errors.New("apt-get is here, but this user is not root and sudo asks for a password, so nothing was installed")
)

// apt installs the packages; those which are there already stay as they are.
func (m Machine) apt(ctx context.Context, packages []string, say func(string)) error {
	if _, err := m.Find("apt-get"); err != nil {
		return errNoApt
	}
	prefix, err := m.rootPrefix(ctx)
	if err != nil {
		return err
	}
	steps := [][]string{{"apt-get", "update"}, aptInstall(packages)}
	for _, step := range steps {
		say(strings.Join(step, " "))
		c := proc.Command{Args: slices.Concat(prefix, aptEnvironment, quietly(step))}
		if err := m.Run(ctx, c).Failure(c); err != nil {
			return err
		}
	}
	return nil
}

// rootPrefix is what has to stand before a command to run it as root.
func (m Machine) rootPrefix(ctx context.Context) ([]string, error) {
	if m.Root {
		return nil, nil
	}
	if _, err := m.Find("sudo"); err != nil {
		return nil, errNotYou
	}
	if m.Run(ctx, proc.Command{Args: []string{"sudo", "-n", "true"}}).Err != nil {
		return nil, errNotYou
	}
	return []string{"sudo", "-n"}, nil
}

// aptEnvironment keeps packages from asking questions; by env, as sudo drops
// the variables that it is given.
var aptEnvironment = []string{"env", "DEBIAN_FRONTEND=noninteractive"}

// quietly adds to an apt-get command that it prints no progress bars and waits
// for another one at work, up to two minutes.
func quietly(step []string) []string {
	return append([]string{step[0], "-q", "-o", "DPkg::Lock::Timeout=120"}, step[1:]...)
}
