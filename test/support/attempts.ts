import type { Page } from '@playwright/test';

/** The bridge, as a page that was taken over finds it. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>;
  on(push: string, listener: (...values: unknown[]) => void): () => void;
}

/** Tries to reach an address in every way that a page has. What succeeded is named. */
export const reach = (page: Page, address: string): Promise<string[]> =>
  page.evaluate(async (url) => {
    const loads = (name: string, attribute: string): Promise<string> =>
      new Promise((done) => {
        const element = document.createElement(name);
        element.addEventListener('load', () => done(name));
        element.addEventListener('error', () => done(''));
        try {
          element.setAttribute(attribute, url);
          document.head.append(element);
        } catch {
          // Trusted types refuse even the attribute.
          done('');
        }
        // A frame that is refused says nothing.
        setTimeout(() => done(''), 300);
      });
    const attempts = await Promise.all([
      fetch(url).then(
        () => 'fetch',
        () => '',
      ),
      loads('img', 'src'),
      loads('script', 'src'),
      loads('object', 'data'),
      loads('embed', 'src'),
      loads('audio', 'src'),
    ]);
    return attempts.filter((name) => name !== '');
  }, address);

/** Tries to leave the page for an address, in every way that needs no click. */
export const leave = (page: Page, address: string): Promise<void> =>
  page.evaluate(async (url) => {
    const attempts = [
      () => location.assign(url),
      () => location.replace(url),
      () => {
        const link = Object.assign(document.createElement('a'), { href: url });
        document.body.append(link);
        link.click();
      },
      () => {
        const form = Object.assign(document.createElement('form'), { action: url });
        document.body.append(form);
        form.submit();
      },
      () => {
        const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${url}` });
        document.head.append(refresh);
      },
    ];
    for (const attempt of attempts) {
      attempt();
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, address);

/** Tries to open windows; says for each way whether there was one. */
export const openWindows = (page: Page, address: string): Promise<boolean[]> =>
  page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
    document.body.append(link);
    link.click();
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
    return ['', 'about:blank', url, location.href].map((target) => window.open(target) !== null);
  }, address);

/** Asks for every permission that this engine knows by name; what was granted is named. */
export const permissionsGranted = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'notifications',
      'persistent-storage',
    ];
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name } as unknown as PermissionDescriptor).then(
          ({ state }) => state,
          () => 'unknown',
        ),
      ),
    );
    const media = await Promise.resolve()
      .then(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true }))
      .then(
        () => ['getUserMedia'],
        () => [],
      );
    const screen = await Promise.resolve()
      .then(() => navigator.mediaDevices.getDisplayMedia())
      .then(
        () => ['getDisplayMedia'],
        () => [],
      );
    const notification = await Notification.requestPermission();
    return [
      ...names.filter((_name, index) => states[index] === 'granted'),
      ...media,
      ...screen,
      ...(notification === 'granted' ? ['Notification'] : []),
    ];
  });
