import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, PUSHES } from '../../shared/ipc/channels.ts';
import type { Bridge } from '../../shared/ipc/contract.ts';

/** Only names of the contract pass; values are validated in the main process. */
const bridge: Bridge = {
  call(channel, input, workspace) {
    if (!CHANNELS.has(channel)) throw new Error(`There is no channel ${channel}`);
    return ipcRenderer.invoke(channel, input, workspace);
  },
  on(push, listener) {
    if (!PUSHES.has(push)) throw new Error(`There is no push ${push}`);
    const forward = (_event: unknown, value: Parameters<typeof listener>[0]): void => listener(value);
    ipcRenderer.on(`push:${push}`, forward);
    return () => {
      ipcRenderer.removeListener(`push:${push}`, forward);
    };
  },
};

contextBridge.exposeInMainWorld('nightguard', bridge);
