exports.handler = (event, context, callback) => {
  if (event.checked) event.bad && callback(new Error('bad')); else callback(null, 'not checked');
};
