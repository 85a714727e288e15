import { runBatch, type BatchReply, type FileBatch, type FileJobKind } from './file-batch.ts';

/** Worker thread task: one batch of disk work. */
export const batch = (work: FileBatch): BatchReply<FileJobKind> => runBatch(work);
