/** A small workspace in the manner of 97layerOS: what it and its Core hold in common, and what has changed in Core since. */

export const SETTINGS = `# Settings of Nightguard for this sample workspace.
updates:
  source: ../Core
  # Short, so that you need not wait: the default is 10.
  quietSeconds: 3
  verify:
    - run: python3 -m compileall -q execution libs || test $? -eq 127
      timeoutSeconds: 60
environment:
  # The sample has no bot and no keys: only what is listed here is asked for.
  expect: listed
`;

export const BASELINE = {
  'CLAUDE.md': '# 97layerOS\n\nAgents work in execution/, follow directives/ and write to knowledge/.\n',
  'execution/fetch_trends.py': `"""Fetches today's trends."""
from libs.core_config import REGIONS


def fetch_trends(region: str) -> list[str]:
    if region not in REGIONS:
        raise KeyError(region)
    return [f"{region}: quiet"]


if __name__ == "__main__":
    for region in REGIONS:
        print(*fetch_trends(region), sep="\\n")
`,
  'execution/write_report.py': `"""Writes the daily report."""
from pathlib import Path

from execution.fetch_trends import fetch_trends


def write_report(folder: Path) -> Path:
    report = folder / "daily.md"
    report.write_text("\\n".join(fetch_trends("KR")), encoding="utf-8")
    return report
`,
  'libs/core_config.py': `"""What every script agrees on."""
REGIONS = ["KR", "JP"]

RITUALS_CONFIG = {
    "MORNING_REPORT": {
        "trigger_hour": 8,
        "agent": "CE",
        "task_type": "DAILY_REPORT",
        "instruction": "Write the daily report.",
        "council": False,
    },
}
`,
  'directives/tone.md': '# Tone\n\n- Plain words.\n- No promises.\n',
  'directives/agents/scout.md': '# Scout\n\nLooks for signals twice a day.\n',
  'knowledge/system/sources.json': '{\n  "rss": ["https://example.org/feed.xml"]\n}\n',
  'knowledge/inbox/한국어 메모.md': '# 메모\n\n확인할 것 없음.\n',
};

/** Waiting in Core: a changed script, a new directive and a new script that belongs to it. */
export const CORE_UPDATES = {
  'execution/fetch_trends.py': BASELINE['execution/fetch_trends.py'].replace('quiet', 'rising'),
  'directives/agents/editor.md': '# Editor\n\nReads every report before it leaves the house.\n',
  'execution/review_report.py': `"""Reads the daily report once more."""
from pathlib import Path

from execution.write_report import write_report


def review_report(folder: Path) -> int:
    return len(write_report(folder).read_text(encoding="utf-8").splitlines())
`,
  'libs/core_config.py': BASELINE['libs/core_config.py'].replace('["KR", "JP"]', '["KR", "JP", "TW"]'),
  'directives/tone.md': '# Tone\n\n- Plain words.\n- No promises.\n- Numbers with their source.\n',
};

/** Somebody edited here what has changed in Core too: a person has to decide. */
export const LOCAL_EDITS = {
  'directives/tone.md': '# Tone\n\n- Plain words, short sentences.\n- No promises.\n',
};
