interface EmptyLoopSetting {
  /** The handler's context, in which it can be changed. */
  context: { callbackWaitsForEmptyEventLoop: unknown };
  isOn: () => boolean;
}

/** Whether an answer waits until the event loop is empty. It does, unless the handler says otherwise. */
export function emptyLoopSetting(): EmptyLoopSetting {
  let value: unknown = true;
  const context = {
    get callbackWaitsForEmptyEventLoop() {
      return value;
    },
    set callbackWaitsForEmptyEventLoop(changed: unknown) {
      value = changed;
    },
  };
  return { context, isOn: () => Boolean(value) };
}
