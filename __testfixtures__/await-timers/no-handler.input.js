function later() {
  setTimeout(() => console.log('a script may end when it likes'), 10);
}

later();
