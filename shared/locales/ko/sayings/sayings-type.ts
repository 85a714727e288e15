/** English sentences and what they are in Korean; `{0}` stands for what varies. */
export type Sayings = Readonly<Record<string, string>>;
