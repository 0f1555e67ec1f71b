exports.handler = function handler(
  event, // what happened
  context, // who is called
  callback, // whom to tell
) {
  callback(null, event.id);
};

exports.short = function short(
  event,
  context,
  callback,
) {
  callback(null, event.id);
};

exports.last = function last(
  event,
  context,
  callback // whom to tell
) {
  callback(null, event.id);
};
