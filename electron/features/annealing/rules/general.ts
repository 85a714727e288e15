import { javascript, python, type Rule } from './rule.ts';

/** Mistakes in the code itself: catching them would hide them. */
const NOT_TO_BE_CAUGHT =
  /^(?:SyntaxError|IndentationError|TabError|NameError|UnboundLocalError|ReferenceError|AssertionError|NotImplementedError|ImportError|ModuleNotFoundError|SystemExit|KeyboardInterrupt|ExitCode|Signal|Message|Uncaught|TypeError|AttributeError)$/;

/** The last resort: something that the workspace calls, and does not own, fails. Anything else is no case for a rule. */
export const generalRule: Rule = {
  id: 'general',
  examine({ language, type, frame, innermost }) {
    if (language === 'other' || frame === null || innermost === null || innermost.own || NOT_TO_BE_CAUGHT.test(type)) return null;
    const example =
      language === 'python'
        ? python(
            'try:',
            `    result = ${frame.function === '<module>' ? 'operation' : 'call'}()`,
            `except ${/^\w+$/.test(type) ? type : 'Exception'} as error:`,
            "    logger.error(f'Failed: {error}')",
            '    raise',
          )
        : javascript('try {', '  await call();', '} catch (error) {', '  console.error(error);', '  throw error;', '}');
    return {
      type: 'GENERAL_ERROR_HANDLING',
      title: { en: 'Handle the failure where it is called', ko: '호출하는 곳에 예외 처리 추가' },
      ...example,
    };
  },
};
