/** The name as the most forgetful file system sees it: no case, no ignorable characters, no trailing dots and spaces, no data stream. */
export declare const bareName: (segment: string) => string;
/** Whether a name, given as `bareName`, is of git, Nightguard, the audit or a secret: nothing but their owner writes to it or below it. */
export declare const isProtectedName: (bare: string) => boolean;
