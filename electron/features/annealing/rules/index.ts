import { asyncioTimeout } from './asyncio-timeout.ts';
import { attributeError } from './attribute-error.ts';
import { connectionError } from './connection-error.ts';
import { fileNotFound } from './file-not-found.ts';
import { indexError } from './index-error.ts';
import { jsonDecode } from './json-decode.ts';
import { keyError } from './key-error.ts';
import { memoryError } from './memory-error.ts';
import { moduleNotFound } from './module-not-found.ts';
import { noSpace } from './no-space.ts';
import { nodeConnectionRefused } from './node-connection-refused.ts';
import { nodeMissingFile } from './node-missing-file.ts';
import { nodeModuleMissing } from './node-module-missing.ts';
import { nodeUndefinedProperty } from './node-undefined-property.ts';
import { nodeUnhandledRejection } from './node-unhandled-rejection.ts';
import { numberParsing } from './number-parsing.ts';
import { permissionError } from './permission-error.ts';
import { rateLimit } from './rate-limit.ts';
import { recursionError } from './recursion-error.ts';
import type { Rule } from './rule.ts';
import { sqliteLocked } from './sqlite-locked.ts';
import { typeError } from './type-error.ts';
import { unicodeDecode } from './unicode-decode.ts';
import { zeroDivision } from './zero-division.ts';

/** In the order in which they are asked. */
export const rules: readonly Rule[] = [
  fileNotFound, keyError, indexError, attributeError, typeError, rateLimit, asyncioTimeout, connectionError,
  moduleNotFound, permissionError, unicodeDecode, jsonDecode, zeroDivision, numberParsing, recursionError, memoryError, noSpace, sqliteLocked,
  nodeMissingFile, nodeConnectionRefused, nodeUndefinedProperty, nodeModuleMissing, nodeUnhandledRejection,
]; // prettier-ignore

export { generalRule } from './general.ts';
export type { Edit, EditPlan, Examined, FailingCode, Finding, Rule } from './rule.ts';
