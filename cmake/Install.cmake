# The library for programs of others: headers, archive, libshodhana.pc. Tools,
# lexicon and manual pages are installed where they are built.
install(TARGETS shodhana ARCHIVE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/libpipeline/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/shodhana
  FILES_MATCHING PATTERN "*.h" PATTERN "*_internal.h" EXCLUDE)

# The file finds its prefix from where it lies, so the tree may be moved.
file(RELATIVE_PATH SHODHANA_PC_UP ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/libshodhana.pc.in ${PROJECT_BINARY_DIR}/libshodhana.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/libshodhana.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
