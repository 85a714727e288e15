import type { Sayings } from './sayings-type.ts';

/** Descriptions of the settings. */
export const settings: Sayings = {
  'How updates come in from Core.': 'Core에서 업데이트를 가져오는 방법.',
  'The Core folder that updates come from; absolute, or relative to the workspace.':
    '업데이트를 가져올 Core 폴더. 절대 경로 또는 작업 공간 기준 경로.',
  'Which files take part, in gitignore syntax.': '대상 파일 (gitignore 문법).',
  'Which of them do not, in gitignore syntax. .driveignore is honoured too.':
    '그중 제외할 파일 (gitignore 문법). .driveignore도 따름.',
  'A set is applied only when nothing has changed in Core for this long.': '이 시간 동안 Core에 변경이 없어야 적용함.',
  'immediate: as soon as Core is quiet; ritual: at the hour of a ritual (03:00); manual: only when you ask.':
    'immediate: Core가 조용해지면 바로. ritual: 의식 시각(03:00)에. manual: 직접 요청할 때만.',
  'A file that vanished from Core: keep it here, or archive and remove it.':
    'Core에서 사라진 파일: 그대로 두거나(keep) 보관 후 삭제(archive).',
  'A file that changed on both sides: hold it for you, or take the version from Core (yours is archived).':
    '양쪽에서 변경된 파일: 보류하거나(hold) Core 버전을 적용(take-source, 현재 파일은 보관).',
  'Sets larger than this wait for a person.': '이보다 큰 묶음은 사람의 결정을 기다림.',
  'Hold a set that replaces or removes more files than this.': '이보다 많은 파일을 교체하거나 삭제하는 묶음은 보류.',
  'Hold a set that replaces or removes more than this share of all files that came from Core.':
    'Core에서 온 전체 파일 중 이 비율을 넘게 교체하거나 삭제하는 묶음은 보류.',
  'Larger files are held.': '이보다 큰 파일은 보류.',
  'Where replaced files are kept, below the workspace.': '교체된 파일을 보관하는 곳 (작업 공간 아래).',
  'What `archive prune` keeps. The last copy of anything is always kept.':
    '`archive prune`이 남기는 것. 각 파일의 마지막 사본은 항상 남김.',
  'Newest archived versions of each file that are always kept.': '파일마다 항상 남기는 최신 보관 버전 수.',
  'Days for which the newest version of the day is kept.': '하루의 최신 버전을 남기는 일수.',
  'Weeks for which the newest version of the week is kept.': '한 주의 최신 버전을 남기는 주수.',
  'Months for which the newest version of the month is kept.': '한 달의 최신 버전을 남기는 개월수.',
  'Commands that must succeed after an update; otherwise it is rolled back by itself.':
    '업데이트 뒤 반드시 성공해야 하는 명령. 실패하면 스스로 되돌림.',
  'Allow a Drive folder in stream mode. Reading it downloads everything; mirror mode is better.':
    '스트림 방식의 Drive 폴더 허용. 읽으면 모두 내려받음. 미러 방식 권장.',
  'How vulnerable and outdated packages are found and upgraded.': '취약하거나 오래된 패키지를 찾아 올리는 방법.',
  'Which packages are upgraded although they are only outdated: none, those you declare, or all.':
    '오래되기만 한 패키지 중 올릴 것: 없음(none), 선언한 것(declared), 전부(all).',
  'A new major version of a package that is only outdated: ask whether to upgrade, or only report it.':
    '오래되기만 한 패키지의 새 주 버전: 올릴지 묻거나(ask) 보고만 함(report).',
  'How old a release must be before it is taken without a security reason.':
    '보안 이유가 없을 때 출시 후 며칠이 지나야 적용하는지.',
  'How many of the newest upgrades can be rolled back.': '되돌릴 수 있는 최근 업그레이드 수.',
  'Known vulnerabilities.': '알려진 취약점.',
  'Ask the OSV database for known vulnerabilities.': 'OSV 데이터베이스에서 알려진 취약점 조회.',
  'Address of the OSV service.': 'OSV 서비스 주소.',
  'A folder of OSV JSON files that is read instead of the service; absolute, or relative to the workspace. Empty: none.':
    '서비스 대신 읽을 OSV JSON 폴더. 절대 경로 또는 작업 공간 기준. 비우면 없음.',
  'How long one answer may take.': '답 하나를 기다리는 시간.',
  'Python packages.': '파이썬 패키지.',
  'Look after Python packages.': '파이썬 패키지 관리.',
  'The interpreter of the environment. Empty: that of .venv or venv in the workspace.':
    '환경의 인터프리터. 비우면 작업 공간의 .venv 또는 venv.',
  'Upgrade packages of a Python that is no virtual environment, too.': '가상 환경이 아닌 파이썬의 패키지도 업그레이드.',
  'Simple index (PEP 503/691) to ask. Empty: the one that pip is configured with.':
    '조회할 색인(PEP 503/691). 비우면 pip에 설정된 색인.',
  'Allow packages that have no wheel. Building them runs code of the package.':
    'wheel이 없는 패키지 허용. 빌드하면 패키지의 코드가 실행됨.',
  'Ask pip-audit, too, where it is installed.': '설치되어 있으면 pip-audit도 조회.',
  'npm packages.': 'npm 패키지.',
  'Look after npm packages, where there is a package-lock.json.': 'package-lock.json이 있으면 npm 패키지 관리.',
  'Registry to ask. Empty: the one that npm is configured with.': '조회할 레지스트리. 비우면 npm에 설정된 레지스트리.',
  'Let packages run their install scripts.': '패키지의 설치 스크립트 실행 허용.',
  'Ask `npm audit`, too.': '`npm audit`도 조회.',
  'What must hold after an upgrade; otherwise it is taken back.': '업그레이드 뒤 반드시 만족해야 하는 것. 아니면 되돌림.',
  'Import the packages and the modules of the workspace, each in a process of its own.':
    '패키지와 작업 공간 모듈을 각각 별도 프로세스에서 가져와 봄.',
  'More modules to import, such as libs.core_config.': '추가로 가져올 모듈. 예: libs.core_config.',
  'Modules that are not imported, because importing them does something.': '가져오기만 해도 동작하므로 제외할 모듈.',
  'How long one import may take.': '가져오기 하나를 기다리는 시간.',
  'Files, below the workspace, that must be there unchanged after an upgrade.':
    '업그레이드 뒤 그대로 있어야 하는 파일 (작업 공간 아래).',
  'Commands that must succeed after an upgrade.': '업그레이드 뒤 반드시 성공해야 하는 명령.',
  'What the workspace needs to run.': '작업 공간 실행에 필요한 것.',
  'detected: what a workspace of this kind is known to need, and what is listed here; listed: only that.':
    'detected: 이런 작업 공간에 필요하다고 알려진 것과 여기 적은 것. listed: 여기 적은 것만.',
  'Which versions of Python will do (PEP 440).': '사용 가능한 파이썬 버전 (PEP 440).',
  'Install into the Python of the system when the workspace has no virtual environment. Never where the system forbids it.':
    '가상 환경이 없으면 시스템 파이썬에 설치. 시스템이 금지하면 설치하지 않음.',
  'Requirements files below the workspace. When empty: requirements.txt and pyproject.toml, where they are.':
    '작업 공간 아래의 requirements 파일. 비우면 requirements.txt와 pyproject.toml.',
  'Folders that must be there, below the workspace.': '있어야 하는 폴더 (작업 공간 아래).',
  'Environment variables. Their values are never shown.': '환경 변수. 값은 표시하지 않음.',
  'Must have a value.': '값이 있어야 하는 변수.',
  'Are only mentioned when they have none.': '값이 없으면 알리기만 하는 변수.',
  'Read besides the environment of the process, below the workspace.': '프로세스 환경과 함께 읽는 파일 (작업 공간 아래).',
  'Files that must be there.': '있어야 하는 파일.',
  'Too little memory when more than this is in use.': '메모리 사용률이 이를 넘으면 부족.',
  'Too little disk when more than this is in use.': '디스크 사용률이 이를 넘으면 부족.',
  'Install missing packages and create missing folders. Nothing is ever removed or downgraded.':
    '없는 패키지 설치, 없는 폴더 생성. 삭제하거나 낮추지 않음.',
  'Check before and after each update; what an update breaks takes it back.': '업데이트 전후로 점검. 업데이트로 나빠지면 되돌림.',
  'A result that is not older, and whose files have not changed, is used again.':
    '이보다 오래되지 않았고 파일이 그대로면 결과를 다시 사용.',
  'How long Python may take to answer.': '파이썬의 답을 기다리는 시간.',
  'How long an installation may take.': '설치를 기다리는 시간.',
  'What may be done, by whom, and who must agree.': '무엇을 누가 할 수 있고 누가 동의해야 하는지.',
  'Folder of the constitution, below the workspace.': '헌법 폴더 (작업 공간 아래).',
  'Where its documents are, below root.': '헌법 문서의 위치 (root 아래).',
  'The Canon.': 'Canon.',
  'The META Doctrine.': 'META Doctrine.',
  'The Immune Doctrine.': 'Immune Doctrine.',
  'Folder of the immune system, which judges and is not judged.': '면역 체계 폴더. 판정하며 판정받지 않음.',
  'The audit log.': '감사 기록.',
  'The log of changes to the constitution.': '헌법 변경 기록.',
  'Folders that must have a DNA, in gitignore syntax, below root. Folders that have one are always judged.':
    'DNA가 있어야 하는 폴더 (gitignore 문법, root 아래). DNA가 있는 폴더는 항상 판정.',
  'Folders that are not looked into, in gitignore syntax.': '살펴보지 않을 폴더 (gitignore 문법).',
  'Where dissolved structures are kept, below root.': '해체한 구조를 보관하는 곳 (root 아래).',
  'Days after which a limit that is still exceeded calls for a clean-up.': '한도 초과가 이 일수를 넘기면 정리 요청.',
  'How often all structures are judged again while Nightguard watches.': '감시 중 모든 구조를 다시 판정하는 주기.',
  'How the audit log is vouched for outside of this machine.': '이 컴퓨터 밖에서 감사 기록을 보증하는 방법.',
  'Where signed checkpoints of the audit log are put, absolute or relative to the workspace; best in a Drive folder. Empty: nowhere.':
    '서명한 체크포인트를 두는 곳. 절대 경로 또는 작업 공간 기준. Drive 폴더 권장. 비우면 두지 않음.',
  'How often a checkpoint is signed while entries are being added.': '항목이 늘어나는 동안 체크포인트를 서명하는 주기.',
  'Where Nightguard judges more strictly than the original: refuse, conditional or off.':
    '원본보다 엄격하게 판정하는 항목: refuse, conditional, off.',
  'Conditional judgements block too.': '조건부 판정도 막음.',
  'A permission request whose time is over.': '기한이 지난 권한 요청.',
  'A date that is none, such as 2026-02-30.': '없는 날짜. 예: 2026-02-30.',
  'A reference to a file that does not exist.': '없는 파일에 대한 참조.',
  'A value that is still that of a template, such as <name> or YYYY-MM-DD.': '양식 그대로인 값. 예: <name>, YYYY-MM-DD.',
  'An official DNA.md without a record of who agreed to it.': '누가 동의했는지 기록이 없는 공식 DNA.md.',
  'A key that is there twice: readers may take either.': '두 번 나오는 키. 읽는 쪽에 따라 다르게 해석될 수 있음.',
  'What Nightguard may do by itself.': 'Nightguard가 스스로 할 수 있는 일.',
  'Create a folder, install a missing package, apply an update outside guarded paths, roll back, clear caches, patch upgrades.':
    '폴더 생성, 없는 패키지 설치, 보호 경로 밖의 업데이트 적용, 되돌리기, 캐시 정리, 패치 업그레이드.',
  'Upgrade a dependency to a new major version.': '의존성을 새 주 버전으로 업그레이드.',
  'Change code because of an error that repeats.': '반복되는 오류 때문에 코드를 변경.',
  'Apply a set that the brake holds.': '제동이 보류한 묶음을 적용.',
  'Archive and remove a structure. Never allowed unasked.': '구조를 보관하고 삭제. 묻지 않고는 하지 않음.',
  'Your own rules for acts of Nightguard and of agents.': 'Nightguard와 에이전트의 행위에 대한 직접 정한 규칙.',
  'More files, in gitignore syntax, that change only by consensus; constitution and settings are always among them.':
    '합의로만 변경되는 추가 파일 (gitignore 문법). 헌법과 설정은 항상 포함.',
  'How long questions and answers live.': '질문과 답의 유효 기간.',
  'A request that nobody answers is denied after this many hours.': '답이 없는 요청을 거부하기까지의 시간.',
  'An approval must be used within this many minutes.': '승인을 사용해야 하는 시간(분).',
  'Folder, below the workspace, where agents drop permission requests.': '에이전트가 권한 요청을 두는 폴더 (작업 공간 아래).',
  'How the immune system itself is changed.': '면역 체계 자체를 변경하는 방법.',
  'Independent reviews that a change of the immune system needs.': '면역 체계 변경에 필요한 독립 검토 수.',
  'How often a consensus that is owed is called for.': '밀린 합의를 재촉하는 주기.',
  'Model families that Nightguard does not know, by the beginning of the model name.':
    'Nightguard가 모르는 모델 계열 (모델 이름 앞부분 기준).',
  'Agents that sign their reviews. Where there are any, only reviews that they have signed count.':
    '검토에 서명하는 에이전트. 하나라도 있으면 서명한 검토만 인정.',
  'Folder, below the workspace, where signed reviews are dropped.': '서명한 검토를 두는 폴더 (작업 공간 아래).',
  'Approvals by Telegram.': 'Telegram 승인.',
  'Send requests for approval to a Telegram chat, with buttons.': '승인 요청을 버튼과 함께 Telegram 채팅으로 전송.',
  'The chat that requests are sent to. Buttons count in this chat only.': '요청을 보내는 채팅. 이 채팅의 버튼만 인정.',
  'Telegram user ids of those who may press the buttons; with the name that they have on this machine they may decide about the constitution too.':
    '버튼을 누를 수 있는 Telegram 사용자 번호. 이 컴퓨터의 사용자 이름을 함께 적으면 헌법도 결정할 수 있음.',
  'Name of the variable, in the environment or the .env of the workspace, that holds the token of the bot.':
    '봇 토큰이 있는 변수 이름 (환경 또는 작업 공간의 .env).',
  'Where the Bot API is; another address than the default is a Bot API server of your own.':
    'Bot API 주소. 기본값이 아니면 직접 운영하는 Bot API 서버.',
  'Language of the messages.': '메시지 언어.',
  'Errors of programs: how they are caught, and what is proposed.': '프로그램 오류: 수집 방법과 제안.',
  'An error that comes this often within the window is analysed.': '기간 안에 이 횟수만큼 발생한 오류를 분석.',
  'How far back errors count.': '오류를 세는 기간.',
  'Newest errors that are kept whole; older ones are only counted.': '전체를 보관하는 최근 오류 수. 이전 것은 횟수만 셈.',
  'Errors over the Sentry protocol.': 'Sentry 프로토콜로 받는 오류.',
  'Listen on 127.0.0.1 for programs that report errors with a Sentry SDK, for agents, and for Prometheus.':
    'Sentry SDK로 오류를 보고하는 프로그램, 에이전트, Prometheus를 위해 127.0.0.1에서 수신.',
  '0 takes any free port. The token of the address is kept with the secrets.':
    '0이면 비어 있는 포트 사용. 주소의 토큰은 비밀 저장소에 보관.',
  'Log files to read for errors: paths or globs below the workspace.': '오류를 읽을 로그 파일: 작업 공간 아래의 경로나 패턴.',
  'Folder below the workspace where programs drop error_*.json files. They stay where they are.':
    '프로그램이 error_*.json을 두는 폴더 (작업 공간 아래). 파일은 그대로 둠.',
  'How a proposed fix is tried out.': '제안된 수정을 시험하는 방법.',
  'Run the failed command again in a scratch copy, without credentials, to see whether a fix holds.':
    '수정이 통하는지 보려고 사본에서 자격 증명 없이 실패한 명령을 다시 실행.',
  'A replay that takes longer proves nothing.': '이보다 오래 걸리는 재실행은 증명으로 보지 않음.',
  'A workspace that is larger is not copied, and nothing is proven.': '이보다 큰 작업 공간은 복사하지 않으며 증명하지 않음.',
  'Patches by a language model. Off unless you turn it on.': '언어 모델의 패치. 직접 켜야 함.',
  'Let a language model propose patches. Source code around the error leaves this machine.':
    '언어 모델이 패치를 제안. 오류 주변의 소스 코드가 이 컴퓨터 밖으로 나감.',
  'Only when a person asks, or also by itself where an error repeats and no rule has a patch.':
    '사람이 요청할 때만(asked), 또는 반복 오류에 맞는 규칙 패치가 없을 때 스스로(no-rule).',
  'compatible: any server that speaks the OpenAI protocol, also a local one.':
    'compatible: OpenAI 프로토콜을 쓰는 서버. 로컬 서버도 가능.',
  'The name of the model, as its provider has it.': '제공자가 쓰는 모델 이름.',
  "Address of the server; empty for the provider's own.": '서버 주소. 비우면 제공자의 기본 주소.',
  'Variable of the environment or of .env that holds the key. The key itself never stands here.':
    '키가 있는 환경 또는 .env의 변수 이름. 키 자체는 여기에 적지 않음.',
  'An answer that takes longer is given up.': '이보다 오래 걸리는 답은 포기.',
  'No question is sent that could go beyond this many tokens a day.': '하루에 이 토큰 수를 넘길 수 있는 질문은 보내지 않음.',
  'The same in US dollars, by the prices below.': '아래 가격 기준의 하루 한도(미국 달러).',
  'US dollars for a million tokens sent; 0 where you do not count money.':
    '보내는 100만 토큰의 가격(미국 달러). 0이면 계산하지 않음.',
  'US dollars for a million tokens answered.': '받는 100만 토큰의 가격(미국 달러).',
  'Whom to tell, of what, and when not.': '누구에게 무엇을 알리고 언제 알리지 않을지.',
  'What comes within this time is told in one message.': '이 시간 안의 일을 한 메시지로 알림.',
  'A cause must be gone for this long before it is told to be gone.': '이 시간 동안 사라져 있어야 해결로 알림.',
  'Pauses between reminders of what is neither acknowledged nor gone; the last one goes on.':
    '확인도 해결도 되지 않은 일을 다시 알리는 간격. 마지막 값을 계속 사용.',
  'Messages an hour on each channel; what is more is gathered into the next one.':
    '채널별 시간당 메시지 수. 넘으면 다음 메시지에 모음.',
  'When only what is CRITICAL may wake a person.': 'CRITICAL만 알리는 시간.',
  'Nothing but CRITICAL is sent in these hours; the rest comes as one morning report.':
    '이 시간에는 CRITICAL만 보냄. 나머지는 아침 보고로 한 번에 알림.',
  'After these hours: what was done, held, healed and failed, on every channel but those for CRITICAL alone.':
    '이 시간이 끝나면 한 일, 보류, 복구, 실패를 CRITICAL 전용이 아닌 모든 채널로 알림.',
  'Desktop notifications.': '데스크톱 알림.',
  'From which severity on this channel is used.': '이 채널을 쓰는 최소 심각도.',
  'Telegram messages.': 'Telegram 메시지.',
  'The token is read from TELEGRAM_BOT_TOKEN, in the workspace’s .env or the environment.':
    '토큰은 작업 공간의 .env 또는 환경의 TELEGRAM_BOT_TOKEN에서 읽음.',
  'Generic JSON, Slack or Discord.': '일반 JSON, Slack, Discord.',
  'E-mail by SMTP.': 'SMTP 이메일.',
  'SMTP server.': 'SMTP 서버.',
  'TLS from the first byte, as on port 465; otherwise STARTTLS is used where the server has it.':
    '처음부터 TLS 사용(465 포트). 아니면 서버가 지원할 때 STARTTLS 사용.',
  'The password is read from SMTP_PASSWORD, in the workspace’s .env or the environment.':
    '비밀번호는 작업 공간의 .env 또는 환경의 SMTP_PASSWORD에서 읽음.',
  'Broadcast to the agents.': '에이전트에 방송.',
  'What is looked after, and what may be mended.': '무엇을 살피고 무엇을 복구할지.',
  'Whether a watching Nightguard looks after the health of the workspace.': '감시 중인 Nightguard가 작업 공간의 상태를 살핌.',
  'How often it looks.': '확인 주기.',
  'Folders that are created again when they vanish. One that was never there is not missed.':
    '사라지면 다시 만드는 폴더. 원래 없던 폴더는 제외.',
  'What is too much.': '과다 기준.',
  'Memory of this machine in use.': '이 컴퓨터의 메모리 사용률.',
  'Of the disk that the workspace is on.': '작업 공간이 있는 디스크의 사용률.',
  'Files that this disk can hold.': '이 디스크가 담을 수 있는 파일 수의 사용률.',
  'Processes that want to run, for each core.': '코어당 실행 대기 프로세스 수.',
  'How far the memory of Nightguard itself may rise above its baseline.': 'Nightguard 메모리가 기준보다 늘어날 수 있는 한도.',
  'Caches that may be cleared: never through links, never a file that is open or in git.':
    '정리해도 되는 캐시. 링크를 따라가지 않고, 열린 파일이나 git 파일은 지우지 않음.',
  'Files that may be removed, with * as wildcard, below the workspace.': '삭제해도 되는 파일 (* 사용 가능, 작업 공간 아래).',
  'Older ones are removed.': '이보다 오래된 것을 삭제.',
  'When all together take more, the oldest go first.': '합계가 이를 넘으면 오래된 것부터 삭제.',
  'Processes that are watched for leaks and restarted: at most five times in a row, with growing pauses.':
    '누수를 감시하고 다시 시작하는 프로세스. 간격을 늘리며 연속 다섯 번까지.',
  'What is not searched for circular imports, in gitignore syntax.': '순환 가져오기를 찾지 않을 곳 (gitignore 문법).',
  'Circles among documents.': '문서 간 순환.',
  'Markdown documents whose references must not go in circles, in gitignore syntax; none: they are not looked at.':
    '참조가 순환하면 안 되는 마크다운 문서 (gitignore 문법). 비우면 살피지 않음.',
  'Front-matter keys whose values name documents that this one depends on.': '의존하는 문서를 가리키는 머리말 키.',
  'Whether [[links]] are dependencies too.': '[[링크]]도 의존으로 볼지.',
  'Whether [links](to.md) are dependencies too.': '[링크](to.md)도 의존으로 볼지.',
  'Signs of life of the agents.': '에이전트의 생존 신호.',
  'Where agents say that they are there; a file that does not exist is no fault.':
    '에이전트가 생존을 알리는 파일. 없어도 문제로 보지 않음.',
  'An active agent that gave no sign for this long is inactive.': '활동 중인 에이전트가 이 시간 동안 신호가 없으면 비활성.',
  'One that has been at the same task for this long is stuck.': '같은 작업을 이 시간 동안 계속하면 멈춘 것으로 봄.',
  'Who guards the guard.': '감시자를 감시하는 방법.',
  'How often a watching Nightguard says that it lives.': '감시 중인 Nightguard가 생존을 알리는 주기.',
  '`watch --supervised` restarts one that said nothing for this long.':
    '이 시간 동안 신호가 없으면 `watch --supervised`가 다시 시작.',
  'What is done at which hour of the night.': '밤의 어느 시각에 무엇을 할지.',
  'The night guard at 03:00 each day and the security update on Sunday at 02:00, unless one of the same name is written below.':
    '매일 03:00 야간 점검과 일요일 02:00 보안 업데이트. 같은 이름을 아래에 적으면 그것을 사용.',
  'Python file whose RITUALS_CONFIG is read, without running it; a file that is not there is no fault.':
    'RITUALS_CONFIG를 읽을 파이썬 파일. 실행하지 않고 읽음. 없어도 문제로 보지 않음.',
  'Time zone of the hours, such as Asia/Seoul. Empty: that of this machine.':
    '시각의 시간대. 예: Asia/Seoul. 비우면 이 컴퓨터의 시간대.',
  'How often a ritual without an hour is run (trigger_hour None).': '시각이 없는 의식(trigger_hour None)의 실행 주기.',
  'A run that was missed while the machine slept is caught up once within this many hours.':
    '컴퓨터가 잠든 사이 놓친 실행을 이 시간 안에 한 번 만회.',
  'A ritual is stopped, and counted as failed, after this many minutes.': '이 시간(분)이 지나면 의식을 멈추고 실패로 봄.',
  'false: rituals wait while the machine runs on battery.': 'false: 배터리로 동작하는 동안 의식을 미룸.',
  'false: rituals wait while the network is metered.': 'false: 종량제 네트워크인 동안 의식을 미룸.',
  'Rituals by name.': '이름별 의식.',
};
