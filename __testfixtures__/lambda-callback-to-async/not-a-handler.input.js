function each(list, context, callback) {
  for (const item of list) callback(null, item);
}
each([], null, console.log);
