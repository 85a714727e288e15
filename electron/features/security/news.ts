/** What a person may want to be told of once. `values` fill the sentences `news.<kind>` of the locales. */
export interface SecurityNews {
  tag: string;
  kind: 'security-upgraded' | 'security-failed' | 'security-vulnerable' | 'security-unchecked' | 'security-held';
  release: null;
  values: Record<string, string | number>;
}
