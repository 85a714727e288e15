import type { Texts } from '../en/index.ts';
import type { panelRollback as english } from '../en/panel-rollback.ts';

export const panelRollback: Texts<typeof english> = {
  title: '되돌리기',
  of: '되돌릴 대상: {{of}}',
  looking: '모든 파일을 보관본과 비교하는 중…',
  wait: '되돌리기',
  working: '되돌리는 중…',
  nothing: '되돌릴 것 없음',
  promise: '지금의 파일은 먼저 보관됨. 되돌린 뒤에도 취소할 수 있음.',
  action: {
    decide: '직접 결정 필요',
    lost: '복원할 수 없음',
    'put-back': '복원',
    remove: '제거',
    unchanged: '이미 같음',
  },
  why: {
    decide: '이후에 누군가 바꾼 파일.',
    lost: '확인된 보관본이 없음. 지금 그대로 둠.',
    'put-back': '보관된 버전이 지금 버전을 대신함.',
    remove: '나중에 생긴 파일. 보관한 뒤 제거.',
    unchanged: '그대로 둠.',
  },
  choice: {
    title_one: '이후에 바뀐 파일 {{count, number}}개',
    title_other: '이후에 바뀐 파일 {{count, number}}개',
    keep: '지금 그대로 두기',
    overwrite: '지금 버전을 보관하고 이전 버전으로 복원',
  },
  confirm: {
    release_one: '파일 {{count, number}}개를 {{of}} 이전으로 되돌리기',
    release_other: '파일 {{count, number}}개를 {{of}} 이전으로 되돌리기',
    undo_one: '{{of}} 취소: 파일 {{count, number}}개 복원',
    undo_other: '{{of}} 취소: 파일 {{count, number}}개 복원',
    file: '{{name}} 되돌리기',
    time_one: '파일 {{count, number}}개를 {{of}} 상태로 되돌리기',
    time_other: '파일 {{count, number}}개를 {{of}} 상태로 되돌리기',
    version: '{{name}} 복원',
  },
  timeTitle: '특정 시각으로 되돌리기',
  timeWhat: '그 이후 업데이트로 바뀐 모든 것을 되돌림. 먼저 미리보기를 표시.',
  timeLabel: '시각',
  showPreview: '미리보기',
};
