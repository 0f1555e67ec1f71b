const note = (level, text) => console.log(level, text);

exports.handler = async (event) => {
  setTimeout(note.bind(null, 'info', 'later'), 5);
  setTimeout(console.log.bind(console, 'last'), 10);
  return 'OK';
};
