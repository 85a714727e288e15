"""An independent verifier of AUDIT_LOG.md: hashlib, json and re only.

It shares no line with the product. It reads requests, one JSON document a line, from standard input and answers each with one line:

  {"do": "verify", "path": P} or {"do": "verify", "data": BASE64}   -> {"accepted", "entries", "errors": [{"entry", "what"}], "head"}
  {"do": "write", "entries": [{timestamp, type, target, result, reasons, notes}]} -> {"data": BASE64}   a log as AAOS writes it
  {"do": "time", "path": P}                                          -> as verify, with "seconds" (best of three)

With "unescape": true a verification undoes backslash escapes in quoted values first, as a YAML reader would.
"""

import base64
import hashlib
import json
import re
import sys
import time

FIRST = "GENESIS"
BLOCK = re.compile(r"^---\s*\n(.*?)\n---\s*$", re.MULTILINE | re.DOTALL)
HASHED = ("notes", "prev_hash", "reasons", "result", "target", "timestamp", "type")


def digest(content, previous):
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256((previous + "|" + canonical).encode("utf-8")).hexdigest()[:16]


def scalar(raw, unescape):
    raw = raw.strip()
    if unescape and len(raw) >= 2 and raw[0] == raw[-1] == '"':
        return re.sub(r"\\(.)", r"\1", raw[1:-1])
    return raw.strip('"')


def fields_of(block, unescape):
    found = {}
    for line in (raw.strip() for raw in block.split("\n")):
        if line == "" or line[0] == "#":
            continue
        if line[0] == "-":
            if "reasons" in found:
                found["reasons"].append(scalar(line[1:], unescape))
        elif ":" in line:
            name, _, rest = line.partition(":")
            name = name.strip()
            found[name] = [] if name == "reasons" else scalar(rest, unescape)
    return found


def is_entry(found):
    return "timestamp" in found and "type" in found and ("hash" in found or "prev_hash" in found)


def verify(data, unescape=False):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return {"accepted": False, "entries": 0, "errors": [{"entry": None, "what": "utf-8 at byte %d" % error.start}], "head": None}
    # As a file opened in text mode: every kind of line end becomes one.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    errors, previous, count = [], FIRST, 0
    for match in BLOCK.finditer(text):
        found = fields_of(match.group(1), unescape)
        if not is_entry(found):
            continue
        count += 1
        claimed = found.get("prev_hash", "")
        if claimed != previous:
            errors.append({"entry": count, "what": "prev_hash"})
        content = {name: found.get(name, [] if name == "reasons" else "") for name in HASHED}
        content["prev_hash"] = claimed
        computed = digest(content, claimed)
        stored = found.get("hash", "")
        if stored and stored != computed:
            errors.append({"entry": count, "what": "hash"})
        previous = stored or computed
    return {"accepted": not errors, "entries": count, "errors": errors, "head": previous if count else None}


def write(entries):
    """AAOS hashes the values as they are, then writes the quotes in reasons and notes as \\", and the target untouched."""
    previous, blocks = FIRST, []
    for entry in entries:
        content = {name: entry[name] for name in HASHED if name != "prev_hash"}
        content["prev_hash"] = previous
        current = digest(content, previous)
        lines = ["---", 'timestamp: "%s"' % entry["timestamp"], "type: " + entry["type"], 'target: "%s"' % entry["target"]]
        lines += ["result: " + entry["result"], "reasons:"]
        lines += ['  - "%s"' % reason.replace('"', '\\"') for reason in entry["reasons"]]
        if entry["notes"]:
            lines.append('notes: "%s"' % entry["notes"].replace('"', '\\"'))
        lines += ['prev_hash: "%s"' % previous, 'hash: "%s"' % current, "---"]
        blocks.append("\n".join(lines) + "\n\n")
        previous = current
    return "".join(blocks).encode("utf-8")


def bytes_of(request):
    if "data" in request:
        return base64.b64decode(request["data"])
    with open(request["path"], "rb") as file:
        return file.read()


def timed(request):
    best, answer = None, None
    for _ in range(3):
        start = time.perf_counter()
        answer = verify(bytes_of(request))
        took = time.perf_counter() - start
        best = took if best is None else min(best, took)
    return {**answer, "seconds": best}


def answer(request):
    if request["do"] == "write":
        return {"data": base64.b64encode(write(request["entries"])).decode("ascii")}
    if request["do"] == "time":
        return timed(request)
    return verify(bytes_of(request), request.get("unescape", False))


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        print(json.dumps(answer(json.loads(line))))
