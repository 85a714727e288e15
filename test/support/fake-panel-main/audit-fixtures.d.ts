import type { AuditPage, AuditQuery } from '../../../shared/model/audit.ts';
/** Answers `audit:list` for a log of that many entries. */
export declare function createAuditLog(entries: number): (query: AuditQuery) => AuditPage;
export declare const INTACT_LOG: {
    state: "broken" | "intact" | "never" | "none" | "unchecked";
    file: string | null;
    entries: number;
    segments: number;
    hash: string | null;
    verified: {
        at: number;
        level: "full" | "quick";
        durationMs: number;
        bytes: number;
    } | null;
    breaks: {
        rule: string;
        file: string;
        segment: number;
        entry: number | null;
        number: number | null;
        offset: number;
        detail: string;
    }[];
    reason: string;
    checkpoint: {
        at: number | null;
        folder: string | null;
        problem: string | null;
    };
    openActs: {
        number: number;
        at: number;
        type: string;
        target: string;
        actor: string;
        paths: string[];
        interrupted: boolean;
    }[];
    owed: number;
};
export declare const LONG_LOG: {
    state: "broken" | "intact" | "never" | "none" | "unchecked";
    file: string | null;
    entries: number;
    segments: number;
    hash: string | null;
    verified: {
        at: number;
        level: "full" | "quick";
        durationMs: number;
        bytes: number;
    } | null;
    breaks: {
        rule: string;
        file: string;
        segment: number;
        entry: number | null;
        number: number | null;
        offset: number;
        detail: string;
    }[];
    reason: string;
    checkpoint: {
        at: number | null;
        folder: string | null;
        problem: string | null;
    };
    openActs: {
        number: number;
        at: number;
        type: string;
        target: string;
        actor: string;
        paths: string[];
        interrupted: boolean;
    }[];
    owed: number;
};
/** Broken in its middle: an entry was changed, and the one after it does not follow any more. */
export declare const BROKEN_LOG: {
    state: "broken" | "intact" | "never" | "none" | "unchecked";
    file: string | null;
    entries: number;
    segments: number;
    hash: string | null;
    verified: {
        at: number;
        level: "full" | "quick";
        durationMs: number;
        bytes: number;
    } | null;
    breaks: {
        rule: string;
        file: string;
        segment: number;
        entry: number | null;
        number: number | null;
        offset: number;
        detail: string;
    }[];
    reason: string;
    checkpoint: {
        at: number | null;
        folder: string | null;
        problem: string | null;
    };
    openActs: {
        number: number;
        at: number;
        type: string;
        target: string;
        actor: string;
        paths: string[];
        interrupted: boolean;
    }[];
    owed: number;
};
export declare const UNCHECKED_LOG: {
    state: "broken" | "intact" | "never" | "none" | "unchecked";
    file: string | null;
    entries: number;
    segments: number;
    hash: string | null;
    verified: {
        at: number;
        level: "full" | "quick";
        durationMs: number;
        bytes: number;
    } | null;
    breaks: {
        rule: string;
        file: string;
        segment: number;
        entry: number | null;
        number: number | null;
        offset: number;
        detail: string;
    }[];
    reason: string;
    checkpoint: {
        at: number | null;
        folder: string | null;
        problem: string | null;
    };
    openActs: {
        number: number;
        at: number;
        type: string;
        target: string;
        actor: string;
        paths: string[];
        interrupted: boolean;
    }[];
    owed: number;
};
export declare const NO_LOG: {
    state: "broken" | "intact" | "never" | "none" | "unchecked";
    file: string | null;
    entries: number;
    segments: number;
    hash: string | null;
    verified: {
        at: number;
        level: "full" | "quick";
        durationMs: number;
        bytes: number;
    } | null;
    breaks: {
        rule: string;
        file: string;
        segment: number;
        entry: number | null;
        number: number | null;
        offset: number;
        detail: string;
    }[];
    reason: string;
    checkpoint: {
        at: number | null;
        folder: string | null;
        problem: string | null;
    };
    openActs: {
        number: number;
        at: number;
        type: string;
        target: string;
        actor: string;
        paths: string[];
        interrupted: boolean;
    }[];
    owed: number;
};
