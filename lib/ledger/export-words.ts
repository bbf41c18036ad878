/** Who may take the whole record away. */
export const EXPORT_FOR = 'The whole record is for those who may read every phase.'

/** How an outsider checks an export; nothing of Gatehouse is needed. */
export const VERIFY_BY_HAND = `python3 - gatehouse-ledger.jsonl <<'END'
import hashlib, json, sys
prev = bytes(32)
for n, line in enumerate(open(sys.argv[1], encoding='utf-8'), 1):
    e = json.loads(line)
    follows = e['seq'] == n and e['prev'] == prev.hex()
    prev = hashlib.sha256(b'\\0' + n.to_bytes(8, 'big') + prev + e['body'].encode()).digest()
    if not follows or e['hash'] != prev.hex():
        sys.exit(f'event {n} does not verify')
print(n, 'events verify; head', prev.hex())
END`
