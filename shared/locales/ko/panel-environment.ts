export const panelEnvironment = {
  checks: '확인 항목',
  checked: '<time/> 확인',
  running: { checking: '확인 중', installing: '{{detail}} 설치 중' },
  checkAndFix: '확인하고 바로잡기',
  lookOnly: '보기만 하기',
  whatFixes: '빠진 패키지를 설치하고 없는 폴더를 만든다. 아무것도 지우거나 낮은 버전으로 내리지 않는다.',
  empty: 'Python, 패키지, 폴더, 변수, 파일, 메모리, 디스크를 확인한다. 터미널에서는 nightguard check',
  log: '전체 출력:',
};
