package release

import (
	"fmt"
	"maps"

	"hardcases/cmd/internal/emblem"
)

// readMe is what a player reads first, in each language.
const readMe = `Hard Cases

Start "hardcases" (on macOS: "Hard Cases"). Nothing has to be installed, and no
network is needed. The programs are not signed: Windows asks whether to run it all the
same (More info, Run anyway); macOS refuses it once, then System Settings, Privacy &
Security, has Open Anyway (before macOS 15: a right click and Open, too). On Linux
libX11, libEGL and libGLESv2 or libGL must be there.

hardcases --help lists what else it does: it plays in a terminal, serves the game to a
browser and checks packs. licences.txt has the terms of all that is in it.


Hard Cases

Lancez « hardcases » (sous macOS : « Hard Cases »). Il n’y a rien à installer et aucun
réseau n’est nécessaire. Les programmes ne sont pas signés : Windows demande s’il faut
l’exécuter malgré tout (Informations complémentaires, Exécuter quand même) ; macOS le
refuse une fois, puis propose « Ouvrir quand même » dans Réglages Système,
Confidentialité et sécurité (avant macOS 15 : un clic droit, puis Ouvrir, suffit). Sous
Linux, il faut libX11, libEGL et libGLESv2 ou libGL.

hardcases --help dit ce qu’il fait d’autre. licences.txt donne les conditions de tout ce
qu’il contient.
`

// desktopEntry is what menus on Linux show.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/
const desktopEntry = `[Desktop Entry]
Type=Application
Version=1.4
Name=Hard Cases
GenericName=Quiz about hard decisions
GenericName[fr]=Quiz sur des décisions difficiles
Comment=You run the network. Would you have pulled the plug?
Comment[fr]=Vous dirigez le réseau. Auriez-vous coupé la protection ?
Exec=hardcases
Icon=hardcases
Terminal=false
Categories=Education;
Keywords=quiz;history;internet;media;
StartupWMClass=hardcases
`

// metaInfo is what software centres show.
// https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
const metaInfo = `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>hardcases.desktop</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>Apache-2.0 AND CC-BY-4.0 AND OFL-1.1</project_license>
  <name>Hard Cases</name>
  <developer_name>The Hard Cases authors</developer_name>
  <summary>Quiz about three decisions of an internet company</summary>
  <summary xml:lang="fr">Quiz sur trois décisions d’une entreprise d’internet</summary>
  <description>
    <p>You run the network. Would you have pulled the plug? A quiz and explainer about three real decisions, from what was known that day. It is made for media-literacy lessons from 14 on, and sends nothing anywhere.</p>
    <p xml:lang="fr">Vous dirigez le réseau. Auriez-vous coupé la protection ? Un quiz qui explique trois décisions réelles, avec ce que l’on savait ce jour-là. Il est fait pour l’éducation aux médias à partir de 14 ans, et n’envoie rien nulle part.</p>
  </description>
  <launchable type="desktop-id">hardcases.desktop</launchable>
  <content_rating type="oars-1.1"><content_attribute id="violence-realistic">mild</content_attribute></content_rating>
  <releases><release version="%s" date="2026-01-01"/></releases>
  <provides><binary>hardcases</binary></provides>
</component>
`

// shared are the files below /usr/share.
func (m *maker) shared() (map[string][]byte, error) {
	files := map[string][]byte{
		"applications/hardcases.desktop":            []byte(desktopEntry),
		"metainfo/hardcases.metainfo.xml":           fmt.Appendf(nil, metaInfo, m.Version),
		"icons/hicolor/scalable/apps/hardcases.svg": []byte(emblem.SVG() + "\n"),
	}
	for _, size := range []int{16, 32, 48, 64, 128, 256, 512} {
		b, err := emblem.PNG(size, emblem.Rounded)
		if err != nil {
			return nil, err
		}
		files[fmt.Sprintf("icons/hicolor/%dx%[1]d/apps/hardcases.png", size)] = b
	}
	maps.Copy(files, m.Papers)
	return files, nil
}
