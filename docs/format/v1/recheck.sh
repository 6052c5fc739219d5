#!/usr/bin/env bash
# Checks a pack with stock tools alone: sha256sum, jq, openssl, and the shell. Nothing of Witnessmark runs here.
# usage: recheck.sh PACK [HEAD]      HEAD: what you were told by another way, sha256:...
set -euo pipefail
export LC_ALL=C
cd "$1"
told=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
say() { printf '%s\n' "$*"; }
no() { say "NO   $*"; failed=1; }
sha() { sha256sum | cut -c1-64; }

# 1. The bag: every file is listed, every listed file has its hash (RFC 8493).
sha256sum -c --strict --quiet tagmanifest-sha256.txt || no "a file beside data/ is not the one that was sealed"
sha256sum -c --strict --quiet manifest-sha256.txt || no "a file in data/ is not the one that was sealed"
listed=$(cat manifest-sha256.txt tagmanifest-sha256.txt | wc -l)
there=$(find . ! -type d | wc -l)
[ "$there" -eq $((listed + 2)) ] || no "$there files are there; $((listed + 2)) should be"
[ -z "$(find . ! -type d ! -type f)" ] || no "there are links or devices in the pack"

# 2. Objects: each file is named by the hash of its bytes.
if [ -d data/objects ]; then
  find data/objects -type f -exec sha256sum {} + | while read -r hash path; do
    [ "${path##*/}" = "$hash" ] || say "$path"
  done >"$work/misnamed"
  [ ! -s "$work/misnamed" ] || no "objects whose bytes have another hash: $(cat "$work/misnamed")"
fi

# 3. Keys: 32 raw bytes in base64 become a key that openssl reads (RFC 8410).
key_file() { # base64, file
  { printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; printf %s "$1" | base64 -d; } >"$2.der"
  openssl pkey -pubin -inform DER -in "$2.der" -out "$2"
}
verified() { # key file, file with what was signed, base64 of the signature
  printf %s "$3" | base64 -d >"$work/signature"
  openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$2" -sigfile "$work/signature" >/dev/null 2>&1
}

# 4. The ledger, line by line. A line is {"body":...,"head":{...},"open":{...},"salt":"..."}, or {"head":{...}} when what
#    it says was withheld or erased. jq takes the parts out; the body is hashed as it stands in the line, byte for byte.
case_id=$(head -n 1 data/ledger.jsonl | jq -r .body.data.caseId)
before=sha256:$(printf '0%.0s' {1..64})
expected=1
jq -r '[.head.seq, .head.prev, .head.body, (.head | tojson), .salt // "-", .body.kind // "-",
  (.body.signature // "-" | tojson), .body.signature.key // "-", .body.signature.value // "-",
  .body.data.person? // "-", .body.data.key?.base64? // "-"] | map(tostring) | join("\t")' data/ledger.jsonl >"$work/parts"
while IFS=$'\t' read -r seq prev body_hash head salt kind signature key value person new_key line; do
  [ "$seq" = "$expected" ] || no "line $expected has another number"
  [ "$prev" = "$before" ] || no "line $expected does not follow the line before it"
  if [ "$salt" != - ]; then
    body=${line#'{"body":'}
    body=${body%%",\"head\":$head,\"open\":"*}
    hash=$(printf 'witnessmark-body-v1\n%s\n%s' "$salt" "$body" | sha)
    [ "sha256:$hash" = "$body_hash" ] || no "line $expected says something else than its hash"

    # A new key signs for itself; it is kept under its id, the hash of its raw bytes.
    if [ "$kind" = key.enrolled ] || [ "$kind" = key.replaced ]; then
      id=$(base64 -d <<<"$new_key" | sha)
      key_file "$new_key" "$work/$id.pem"
      say "$person $id" >>"$work/keys"
    fi

    # Signed entries: over a tag, the case, the kind, and the body without its signature.
    if [ "$key" != - ]; then
      printf 'witnessmark-signature-v1\n%s\n%s\n%s}' "$case_id" "$kind" "${body%,\"signature\":"$signature"\}}" >"$work/signed"
      verified "$work/${key#sha256:}.pem" "$work/signed" "$value" || no "line $expected ($kind): the signature does not hold"
    fi
  fi
  before=sha256:$(printf 'witnessmark-head-v1\n%s' "$head" | sha)
  say "$before" >>"$work/heads"
  expected=$((expected + 1))
done < <(paste "$work/parts" data/ledger.jsonl)
say "line $((expected - 1)) has the head $before"

#    Values that can be withheld: the body holds a hash, the line beside it opens it. A value, too, is hashed as it stands in
#    the line; jq only says what stands before and behind it.
jq -r '.head.seq as $seq | .salt as $salt | (.open // {} | to_entries) as $all | range($all | length) as $i |
  def before($one): "\"\($one.key)\":{\"salt\":\"\($one.value.salt)\",\"value\":";
  [$seq, $all[$i].key, $all[$i].value.salt, before($all[$i]),
   if $i + 1 < ($all | length) then "}," + before($all[$i + 1]) else "}},\"salt\":\"\($salt)\"}" end]
  | map(tostring) | join("\t")' data/ledger.jsonl >"$work/values"
while IFS=$'\t' read -r seq sealed salt opens closes; do
  value=$(sed -n "${seq}p" data/ledger.jsonl)
  value=${value#*"$opens"}
  value=${value%%"$closes"*}
  hash=$(printf 'witnessmark-value-v1\n%s\n%s' "$salt" "$value" | sha)
  [ "sha256:$hash" = "$sealed" ] || no "line $seq: a value that does not open its hash"
done <"$work/values"

# 5. Signed notes: the text up to the empty line, then "— name signature"; the first 4 bytes of the signature name the key.
note_holds() { # file; the person is the last part of the key's name
  sed '/^$/,$d' "$1" >"$work/text"
  local name signature person id
  read -r _ name signature < <(tail -n 1 "$1")
  person=${name##*/}
  base64 -d <<<"$signature" | tail -c +5 | base64 -w 0 >"$work/bare"
  while read -r who id; do
    [ "$who" = "$person" ] || continue
    if verified "$work/$id.pem" "$work/text" "$(cat "$work/bare")"; then return 0; fi
  done <"$work/keys"
  return 1
}
for note in data/checkpoints/*.note; do
  [ -e "$note" ] || continue
  note_holds "$note" || no "$note: the signature does not hold"
  seq=$(sed -n 2p "$note")
  [ "$(sed -n 3p "$note")" = "$(sed -n "${seq}p" "$work/heads")" ] || no "$note: line $seq has another head"
done

# 6. The seal: over the tag manifest, which covers everything else, and over the head.
note_holds seal.txt || no "seal.txt: the signature does not hold"
[ "$(sed -n 2p seal.txt)" = "sha256:$(sha <tagmanifest-sha256.txt)" ] || no "seal.txt seals another tag manifest"
[ "$(sed -n 3p seal.txt)" = "$((expected - 1))" ] || no "seal.txt seals another number of lines"
[ "$(sed -n 4p seal.txt)" = "$before" ] || no "seal.txt seals another head"

# 7. Time stamps (RFC 3161): over the exact bytes of a note, up to the root that was kept beside the token.
for token in data/checkpoints/*.tst; do
  [ -e "$token" ] || continue
  name=${token##*/}
  note=$(find data/checkpoints -name "*-${name%%-*}.note")
  chain=${token%.tst}.pem
  if [ ! -e "$chain" ]; then
    say "$token: no chain was kept; give its root to openssl ts -verify"
  else
    # At the token's own time: its certificate may have run out since.
    at=$(date -u -d "$(openssl ts -reply -token_in -in "$token" -text 2>/dev/null | sed -n 's/^Time stamp: //p')" +%s)
    openssl ts -verify -data "$note" -token_in -in "$token" -CAfile "$chain" -attime "$at" >/dev/null 2>&1 ||
      no "$token: the time stamp does not hold over $note"
  fi
done

# 8. What you were told, and what nothing here shows.
if [ -n "$told" ]; then
  [ "$told" = "$before" ] || no "the head you were told is not that of the last line"
else
  say "No head was told: the end, and the absence of forks, are not shown."
fi
say "Not shown: who a key belongs to; when or by whom anything was filmed; whether anybody's clock was right."
[ "$failed" -eq 0 ] && say "The pack holds."
exit "$failed"
