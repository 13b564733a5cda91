// breaks: TS1294
export enum Status {
  Open,
}
