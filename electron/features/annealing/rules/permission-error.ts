import { python, type Rule } from './rule.ts';

/** The rights are wrong, not the code: who may what is for a person to say. */
export const permissionError: Rule = {
  id: 'permission-error',
  examine({ language, type, code }) {
    if (
      !(language === 'python' && type === 'PermissionError') &&
      !(language === 'node' && (code === 'EACCES' || code === 'EPERM'))
    )
      return null;
    return {
      type: 'PERMISSION_CHECK',
      title: { en: 'Check the rights to the file before using it', ko: '접근 권한 확인 추가' },
      ...python('if not os.access(path, os.R_OK):', "    logger.error(f'No permission: {path}')", '    return None'),
    };
  },
};
