// The same token read with Go's crypto/ed25519 and fxamacker/cbor: main FILE TIMES.
package main

import (
	"crypto/ed25519"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor"
)

type message struct {
	_         struct{} `cbor:",toarray"`
	Protected []byte
	Others    map[int]interface{}
	Payload   []byte
	Signature []byte
}
type signed struct {
	_         struct{} `cbor:",toarray"`
	Context   string
	Protected []byte
	Domain    []byte
	Payload   []byte
}
type header struct {
	Algorithm int    `cbor:"1,keyasint"`
	Kid       []byte `cbor:"4,keyasint"`
}
type payload struct {
	Expires    uint64              `cbor:"4,keyasint"`
	Issued     uint64              `cbor:"6,keyasint"`
	Identifier []byte              `cbor:"7,keyasint"`
	Claims     map[int]interface{} `cbor:"-70001,keyasint"`
}

var base32Text = base32.StdEncoding.WithPadding(base32.NoPadding)

func judge(text string, key ed25519.PublicKey) (payload, error) {
	var found payload
	token, err := base32Text.DecodeString(strings.TrimPrefix(text, "JF1:"))
	if err != nil {
		return found, err
	}
	var whole message
	if err = cbor.Unmarshal(token, &whole); err != nil {
		return found, err
	}
	var head header
	if err = cbor.Unmarshal(whole.Protected, &head); err != nil || head.Algorithm != -19 {
		return found, errors.New("algorithm")
	}
	bytes, err := cbor.Marshal(signed{Context: "Signature1", Protected: whole.Protected,
		Domain: []byte("justificatif/token/1"), Payload: whole.Payload})
	if err != nil {
		return found, err
	}
	if !ed25519.Verify(key, bytes, whole.Signature) {
		return found, errors.New("signature")
	}
	err = cbor.Unmarshal(whole.Payload, &found)
	return found, err
}

func main() {
	content, _ := os.ReadFile(os.Args[1])
	lines := strings.Fields(string(content))
	key, _ := hex.DecodeString(lines[1])
	times, _ := strconv.Atoi(os.Args[2])
	for i := 0; i < times; i++ {
		if found, err := judge(lines[0], key); err != nil || len(found.Claims) < 5 {
			fmt.Fprintln(os.Stderr, "wrong result", err)
			os.Exit(1)
		}
	}
}
