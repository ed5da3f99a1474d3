// Package parcel puts files into one, as a zip archive that is not compressed.
// archive/zip, which reads and compresses too, is left out of what the browser
// downloads. The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
package parcel

import (
	"encoding/binary"
	"hash/crc32"

	"hardcases/game/host"
)

// What each part of an archive begins with.
const (
	fileHead   = "PK\x03\x04"
	entryHead  = "PK\x01\x02"
	endHead    = "PK\x05\x06"
	version    = 20       // of the format that a reader must know
	namesUTF8  = 1 << 11  // a flag
	firstOfDay = 1<<5 | 1 // 1 January 1980, as a date there must be
)

// Zip is an archive of files, in their order: at most 65,535 of them, of less than
// 4 GiB together.
func Zip(files []host.File) []byte {
	var out, list []byte
	for _, f := range files {
		head := describe(f)
		entry := append([]byte(entryHead), byte(version), 0)
		entry = append(entry, head...)
		entry = append(entry, make([]byte, 10)...) // no comment, the only disk, no attributes
		entry = binary.LittleEndian.AppendUint32(entry, uint32(len(out)))
		list = append(append(list, entry...), f.Name...)
		out = append(append(append(append(out, fileHead...), head...), f.Name...), f.Data...)
	}
	end := append([]byte(endHead), 0, 0, 0, 0)
	for range 2 { // on this disk, and in all
		end = binary.LittleEndian.AppendUint16(end, uint16(len(files)))
	}
	end = binary.LittleEndian.AppendUint32(end, uint32(len(list)))
	end = binary.LittleEndian.AppendUint32(end, uint32(len(out)))
	return append(append(append(out, list...), end...), 0, 0) // no comment
}

// describe is what stands before a file and in the list alike.
func describe(f host.File) []byte {
	var b []byte
	for _, v := range []uint16{version, namesUTF8, 0, 0, firstOfDay} { // as it is, at midnight
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	for _, v := range []uint32{crc32.ChecksumIEEE(f.Data), uint32(len(f.Data)), uint32(len(f.Data))} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(f.Name)))
	return binary.LittleEndian.AppendUint16(b, 0) // nothing extra
}
