/** One request of the bot, as it came in and as it was answered. */
export interface RequestRecord {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Status of the answer; 0 when none was sent. */
  status: number;
}

export interface RequestLog {
  add(record: RequestRecord): void;
  all(): readonly RequestRecord[];
}

/** Remembers the last requests. */
export function createRequestLog(limit = 1000): RequestLog {
  const records: RequestRecord[] = [];
  return {
    add(record) {
      records.push(record);
      if (records.length > limit) records.shift();
    },
    all: () => records,
  };
}
