/**
 * Characters that nobody sees, that steer a terminal or change the order of letters. Those that join the parts of an emoji are not meant, but
 * only behind one.
 */
export const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic}|\ufe0f)(?:\u200d|\ufe0f))[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u061c]/gu;
