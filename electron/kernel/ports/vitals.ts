/** What is measured of the machine and of processes. Null: this platform, or this moment, does not say. */
export interface HostVitals {
  /** Share of all cores since the last call, in per cent; null on the first. */
  cpuPercent: number | null;
  /** Mean over one minute of processes that run or want to; null on Windows, which has no such figure. */
  load: number | null;
  cores: number;
  memory: { totalMb: number; availableMb: number } | null;
}

export interface VolumeVitals {
  usedBytes: number;
  /** What an ordinary user may still write. */
  freeBytes: number;
  /** Null where the file system has no fixed number of them. */
  inodes: { total: number; free: number } | null;
}

/** A process, told apart from a later one of the same id by `start`. */
export interface ProcessVitals {
  pid: number;
  /** Opaque; null where the system does not say. */
  start: string | null;
  /** Epoch milliseconds; null where the system does not say. */
  startedAt: number | null;
  memoryMb: number;
}

/** Reads the machine. What cannot be read is null, never a guess. */
export interface Vitals {
  host(): Promise<HostVitals>;
  /** Of the file system that holds `path`. */
  volume(path: string): Promise<VolumeVitals | null>;
  process(pid: number): Promise<ProcessVitals | null>;
  /** Every process that may be seen, with its command line; zombies and Nightguard's own process left out. */
  commands(): Promise<{ pid: number; command: string }[] | null>;
  /** Of the paths (absolute, real) those that some process has open; null where that cannot be found out. */
  openAmong(paths: ReadonlySet<string>): Promise<ReadonlySet<string> | null>;
}
