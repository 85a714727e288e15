import { contextBridge, ipcRenderer } from 'electron';
import { APPROVAL_CHANNELS, APPROVAL_PUSHES } from '../../shared/ipc/approval-channels.ts';
import type { ApprovalBridge } from '../../shared/ipc/approval-contract.ts';

/** The approval window's own channels and none of the panel's; values are validated in the main process. */
const bridge: ApprovalBridge = {
  call(channel, input) {
    if (!APPROVAL_CHANNELS.has(channel)) throw new Error(`There is no channel ${channel}`);
    return ipcRenderer.invoke(channel, input);
  },
  on(push, listener) {
    if (!APPROVAL_PUSHES.has(push)) throw new Error(`There is no push ${push}`);
    const forward = (_event: unknown, value: Parameters<typeof listener>[0]): void => listener(value);
    ipcRenderer.on(`push:${push}`, forward);
    return () => {
      ipcRenderer.removeListener(`push:${push}`, forward);
    };
  },
};

contextBridge.exposeInMainWorld('nightguardApproval', bridge);
