export interface ApiEvent {
  readonly id: string;
}

export interface ApiResponse {
  readonly statusCode: number;
  readonly body: string;
}

export type ApiCallback = (error?: Error | null, response?: ApiResponse) => void;

export type ApiHandler = (event: ApiEvent, context: unknown, callback: ApiCallback) => void;
