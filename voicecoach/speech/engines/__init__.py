"""The engines that come with the package, and the child processes they speak in."""
