import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** nightguard.yaml. `person` is whom the operating system vouches for. */
export const settingsHandlers = (
  guardian: () => Guardian,
  person: () => string,
): Pick<Handlers, `settings:${'read' | 'preview' | 'form' | 'edit' | 'save' | 'former'}`> => ({
  'settings:read': () => guardian().settings.read(),
  'settings:preview': ({ text }) => guardian().settings.preview(text),
  'settings:form': ({ language }) => guardian().settings.form(language),
  'settings:edit': ({ text, edit }) => guardian().settings.edit(text, edit),
  'settings:save': ({ text, hash }) => guardian().settings.save(text, hash, person()),
  'settings:former': ({ id }) => ({ text: guardian().settings.former(id) }),
});
