exports.handler = (event, context, ...rest) => {
  rest[0](null, event.id);
};
