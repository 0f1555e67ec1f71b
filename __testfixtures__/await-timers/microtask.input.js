exports.handler = async (event) => {
  queueMicrotask(() => console.log('before the answer', event.id));
  return 'OK';
};
