exports.handler = async function handler(
  event, // what happened
  context, // who is called
  // whom to tell
) {
  return event.id;
};

exports.short = async function short(
  event,
  context,
) {
  return event.id;
};

exports.last = async function last(
  event,
  context // whom to tell
) {
  return event.id;
};
